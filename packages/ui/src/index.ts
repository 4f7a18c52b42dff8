export { AboutSession, type AboutSessionProps } from './about-session/about-session.jsx';
export { SessionTimeline, type SessionTimelineProps } from './about-session/session-timeline.jsx';
export { Chat, type ChatProps } from './chat/chat.jsx';
export { type Chat as ChatState, type ChatOptions, createChat } from './chat-state/create-chat.js';
export type { MemoryLimit } from './chat-state/memory-limit.js';
export type { AnswerStatus, AssistantMessage, Message as ChatMessage, UserMessage } from './chat-state/message.js';
export type { Schedule } from './chat-state/text-batch.js';
export { Composer, type ComposerProps } from './composer/composer.jsx';
export { focusForTyping } from './composer/focus-for-typing.js';
export {
  type ConversationStore,
  createConversationStore,
  type TellTrouble,
} from './conversation-store/conversation-store.js';
export type { KeepTrouble } from './conversation-store/keep-trouble.js';
export type { OpenConversation, SaveMoment } from './conversation-store/open-conversation.js';
export { createEngineState } from './engine-state/create-engine-state.js';
export { createFitReports, type FitAnswer } from './fit/create-fit-reports.js';
export { FitDetails, type FitDetailsProps } from './fit/fit-details.jsx';
export { FitReasons, type FitReasonsProps } from './fit/fit-reasons.jsx';
export { fitSentence } from './fit/fit-sentence.js';
export { FitVerdict } from './fit/fit-verdict.jsx';
export { verdictWord } from './fit/verdict-word.js';
export type { LoadActivity } from './format/load-activity.js';
export { HandOverNotice, type HandOverNoticeProps } from './hand-over/hand-over-notice.jsx';
export { MoveSetting, type MoveSettingProps } from './hand-over/move-setting.jsx';
export { Icon, type IconName } from './icon/icon.jsx';
export { LoadStatus, type LoadStatusProps } from './load-status/load-status.jsx';
export { Mark, type MarkProps } from './mark/mark.jsx';
export { Markdown } from './markdown/markdown.jsx';
export { type Continuation, Message, type MessageProps } from './message/message.jsx';
export { MessageList, type MessageListProps } from './message-list/message-list.jsx';
export { ModelPill, type ModelPillProps } from './model-pill/model-pill.jsx';
export { type ModelStoreAccess, useModelStore } from './model-store/use-model-store.js';
export { ModelRow, type ModelRowProps } from './models/model-row.jsx';
export type { ModelStanding } from './models/model-standing.js';
export { Models, type ModelsProps } from './models/models.jsx';
export { OwnModelForm, type OwnModelFormProps } from './own-model/own-model-form.jsx';
export { OwnModelList, type OwnModelListProps } from './own-model/own-model-list.jsx';
export { ProgressPanel, type ProgressPanelProps } from './progress-panel/progress-panel.jsx';
export { TroubleCard, type TroubleCardProps } from './trouble-card/trouble-card.jsx';
export type { TroubleOffer, TroubleOffers } from './trouble-card/trouble-offers.js';
export { Unsupported, type UnsupportedReason } from './unsupported/unsupported.jsx';
