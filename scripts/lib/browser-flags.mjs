/**
 * The command-line flags every Chromium of the tests, measurements and end-to-end runs starts with.
 *
 * None of them changes how pages behave: they keep the browser from talking to its maker, and let it start as root.
 *
 * @param {'plain' | 'webgpu'} purpose `webgpu` also turns WebGPU on where Chromium keeps it off (Linux), on SwiftShader if there is no GPU.
 * @returns {string[]}
 */
export function browserFlags(purpose) {
  return [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(purpose === 'webgpu' ? ['--enable-unsafe-webgpu'] : []),
  ];
}
