import type { JSX } from 'solid-js';

const paths = {
  send: 'M10 16V4.5M5 9l5-5 5 5',
  stop: 'M6 6h8v8H6z',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  pause: 'M7 5v10M13 5v10',
  resume: 'M6.5 4.5l9 5.5-9 5.5z',
  chevron: 'M6 8l4 4 4-4',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  away: 'M7 5.5h7.5V13M14.5 5.5l-9 9',
  trouble: 'M10 6.5v4.5M10 13.6v.1M10 3l7.5 13.5h-15z',
  shield: 'M10 2.8l6 2.2v4.6c0 3.6-2.5 6.3-6 7.6-3.5-1.3-6-4-6-7.6V5z',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside words, or inside a control that has a name of its own: never read aloud. */
export function Icon(props: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="tm-icon" viewBox="0 0 20 20" aria-hidden="true" data-icon={props.name}>
      <path d={paths[props.name]} />
    </svg>
  );
}
