/** Ends a command. Its message is one sentence for the person at the terminal: what is missing and how to get it. */
export class CannotGoOn extends Error {}
