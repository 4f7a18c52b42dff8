import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { type DirectedGraphNode, toDirectedGraph } from 'xstate/graph';

/** What stands for the machine itself, whose transitions hold in every state that has none of its own for the event. */
const ANYWHERE = 'anywhere';

/** A machine's states and the transitions between them as a Mermaid state diagram; what changes no state is left out. */
export function mermaidOf(machine: AnyStateMachine): string {
  const root = toDirectedGraph(machine);
  const lines = ['stateDiagram-v2', `  state "in any state" as ${ANYWHERE}`];
  for (const child of root.children) lines.push(...declarations(child, '  '));
  lines.push(`  [*] --> ${nameOf(initialOf(root.stateNode))}`);
  for (const [ends, events] of edges(root)) lines.push(`  ${ends}: ${[...events].join('<br/>')}`);
  return lines.join('\n');
}

function declarations({ stateNode, children }: DirectedGraphNode, indent: string): string[] {
  const name = nameOf(stateNode);
  if (children.length === 0) return [`${indent}state "${stateNode.key}" as ${name}`];
  return [
    `${indent}state "${stateNode.key}" as ${name} {`,
    `${indent}  [*] --> ${nameOf(initialOf(stateNode))}`,
    ...children.flatMap((child) => declarations(child, `${indent}  `)),
    `${indent}}`,
  ];
}

/** A machine's states with what they are, as a Markdown table. */
export function stateTable(machine: AnyStateMachine): string {
  const rows = [...toDirectedGraph(machine).children].flatMap(function rowsOf({ stateNode, children }): string[] {
    return [`| \`${stateNode.path.join('.')}\` | ${stateNode.description} |`, ...children.flatMap(rowsOf)];
  });
  return ['| State | What it is |', '| --- | --- |', ...rows].join('\n');
}

/** Source and target, to the events that lead from one to the other; an event with guards may lead to several. */
function edges(node: DirectedGraphNode, found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  for (const { source, target, label, transition } of node.edges) {
    if (transition.target === undefined) continue;
    const end = isOneOfSeveral(node, label.text, target) ? target.parent : target;
    const ends = `${nameOf(source)} --> ${nameOf(end ?? target)}`;
    found.set(ends, (found.get(ends) ?? new Set()).add(label.text === '' ? 'at once' : label.text));
  }
  for (const child of node.children) edges(child, found);
  return found;
}

/** Where an event leads to several children of one state, one arrow to that state says so. */
function isOneOfSeveral(node: DirectedGraphNode, event: string, { parent, path }: AnyStateNode): boolean {
  const siblings = node.edges.filter(
    ({ label, target, transition }) =>
      transition.target !== undefined && label.text === event && target.parent === parent,
  );
  return path.length > 1 && siblings.length > 1;
}

function initialOf(node: AnyStateNode): AnyStateNode {
  const [initial] = node.initial.target ?? [];
  if (initial === undefined) throw new Error(`${node.id} has no initial state.`);
  return initial;
}

function nameOf(node: AnyStateNode): string {
  return node.path.length === 0 ? ANYWHERE : node.path.join('_');
}
