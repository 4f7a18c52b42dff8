/** Runs in the page before its scripts: notes when the engine is ready, an answer's first text, and its result. */
export function watchApp() {
  window.Worker = class extends window.Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        if (data.tabmind?.type === 'generation.done') window.result = data.tabmind.result;
      });
    }
  };
  new MutationObserver(() => {
    const state = document.querySelector('main')?.dataset.engineState;
    if (state === 'ready.resting') window.readyAt ??= performance.now();
    const answers = document.querySelectorAll('[data-role="assistant"]');
    if (answers[answers.length - 1]?.textContent) window.firstTextAt ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}
