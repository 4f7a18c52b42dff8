/** Puts the focus into a text box, except where that would open an on-screen keyboard over the conversation. */
export function focusForTyping(box: HTMLElement | undefined): void {
  if (matchMedia('(pointer: fine)').matches) box?.focus();
}
