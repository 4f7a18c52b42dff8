import type { EngineErrorData } from '@tabmind/engine';
import { createSignal, type JSX, Show } from 'solid-js';

/** The technical reason, folded in; a copy of it says which error it was, for a report. */
export function TroubleDetail(props: { readonly error: EngineErrorData; readonly detail: string }): JSX.Element {
  const [copied, setCopied] = createSignal<string>();
  const report = () => `${props.error.code}: ${props.error.message}\n${props.detail}`;
  const copy = async () => {
    const text = report();
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };

  return (
    <details class="tm-trouble-detail">
      <summary>Technical detail</summary>
      <pre>{props.detail}</pre>
      {/* Pages that are not served over https have no clipboard. */}
      <Show when={'clipboard' in navigator}>
        <button type="button" class="tm-button" data-kind="quiet" onClick={copy}>
          {copied() === report() ? 'Copied' : 'Copy'}
        </button>
      </Show>
    </details>
  );
}
