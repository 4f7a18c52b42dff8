import { For, type JSX } from 'solid-js';
import { Mark } from '../mark/mark.jsx';

/** What a browser lacks: WebGPU itself, or a graphics card that it can use. */
export type UnsupportedReason = 'no-webgpu' | 'no-adapter';

const ways: readonly (readonly [string, string])[] = [
  [
    'Chrome, Edge and other Chromium browsers',
    'Version 113 or later on Windows, macOS and ChromeOS; 121 or later on Android.',
  ],
  [
    'Chrome on Linux',
    'Where it is off, turn on “Unsafe WebGPU Support” at chrome://flags and start the browser again.',
  ],
  ['Safari', 'Version 26 or later, on macOS, iPhone and iPad.'],
  ['Firefox', 'Version 141 or later on Windows, 145 or later on a Mac with Apple silicon.'],
];

const words = {
  'no-webgpu': {
    title: 'This browser can’t run a model yet',
    sentence: 'Tabmind computes on your graphics card through WebGPU, and this browser does not offer it to pages.',
  },
  'no-adapter': {
    title: 'No graphics card to run a model on',
    sentence:
      'This browser has WebGPU, but found no graphics card that it may use. Hardware acceleration may be off in its settings, or the driver may be blocked: chrome://gpu or about:support says which.',
  },
} as const;

/** A page for browsers that can't run a model: what is missing, and what to do about it. */
export function Unsupported(props: { readonly reason: UnsupportedReason }): JSX.Element {
  return (
    <section class="tm tm-unsupported" aria-labelledby="tm-unsupported-title">
      <Mark />
      <h2 id="tm-unsupported-title">{words[props.reason].title}</h2>
      <p>{words[props.reason].sentence}</p>
      <h3>Browsers that can</h3>
      <dl>
        <For each={ways}>
          {([browser, what]) => (
            <div>
              <dt>{browser}</dt>
              <dd>{what}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="tm-unsupported-note">A page that is not served over https (or from localhost) has no WebGPU either.</p>
    </section>
  );
}
