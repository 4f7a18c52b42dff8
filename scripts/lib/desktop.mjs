/** @returns {boolean} whether a person sits before this machine, so that a browser window would be seen */
export function hasDesktop() {
  if (process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
