import { expect, test } from 'vitest';
import { handOverMachine } from '../hand-over/hand-over-machine.js';
import { mermaidOf, stateTable } from '../test-support/mermaid.js';
import { downloadMachine } from './download-machine.js';
import { engineMachine } from './engine-machine.js';

test('docs/lifecycle.md has the machines as they are', async () => {
  const page = `# The life of a model

These charts are drawn from the machines themselves. After a change of one, \`npm run lifecycle\` draws them anew.

## The engine

${stateTable(engineMachine)}

\`\`\`mermaid
${mermaidOf(engineMachine)}
\`\`\`

## A background download

Any number of them live beside whatever the engine does, one for each model.

${stateTable(downloadMachine)}

\`\`\`mermaid
${mermaidOf(downloadMachine)}
\`\`\`

## The hand-over to a better model

One for each engine, where a page makes one with \`createHandOver\`.

${stateTable(handOverMachine)}

\`\`\`mermaid
${mermaidOf(handOverMachine)}
\`\`\`
`;
  await expect(page).toMatchFileSnapshot('../../../../docs/lifecycle.md');
});
