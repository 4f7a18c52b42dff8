/** 128 random bits, in hexadecimal. Works outside secure contexts too, where `crypto.randomUUID` does not. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
