const question = { role: 'user', content: 'Tell me a story about a fox.' };
const told = {
  role: 'assistant',
  content: 'Once there was a fox who lived by a river. Every morning it ran to the old mill and looked at the water.',
};

export const shortConversation = [question, told, question];

/** About 900 tokens of the Guide's window of 1,024. */
export const longConversation = [...Array.from({ length: 20 }, () => [question, told]).flat(), question];
