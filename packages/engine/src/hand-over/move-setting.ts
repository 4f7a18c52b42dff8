/** When the conversation moves to a model that has come. `never` still moves by `move`, but nobody needs to offer it. */
export type MoveSetting = 'next-message' | 'on-request' | 'never';
