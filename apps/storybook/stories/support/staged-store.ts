import type { ChatMessage, ConversationStore, KeepTrouble, OpenConversation } from '@tabmind/ui';

/** A store in which this was said before the reload, and whose trouble with what is new is this. */
export function stagedStore(said: readonly ChatMessage[], trouble: KeepTrouble | null = null): ConversationStore {
  const conversation = (messages: readonly ChatMessage[]): OpenConversation => ({
    messages,
    save: () => undefined,
    close: () => undefined,
  });
  return {
    async takeUp(tell) {
      tell(trouble);
      return conversation(said);
    },
    begin: () => conversation([]),
    close: () => undefined,
  };
}
