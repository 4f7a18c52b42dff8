import { defaultClientConditions, type UserConfig } from 'vite';
import solid from 'vite-plugin-solid';

/**
 * What both builds share. The components are compiled from source because published ones listen at the document,
 * for as long as the page lives; these listen at their own elements, and leave nothing behind.
 */
export const fromSource = {
  plugins: [solid({ solid: { delegateEvents: false } })],
  resolve: { conditions: ['@tabmind/source', ...defaultClientConditions] },
} satisfies UserConfig;
