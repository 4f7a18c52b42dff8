import type { ChatCompletionMessageParam, ChatCompletionRequestStreaming, MLCEngine } from '@mlc-ai/web-llm';
import type { ChatMessage, ResponseFormat, SamplingOptions } from '../protocol/chat.js';
import type { ToolDefinition } from '../protocol/tools.js';

/** web-llm's JSON without a schema throws: this is the widest one. */
const ANY_OBJECT = { type: 'object' };

/** What is not set stays unset, so that the model's own defaults hold. */
export function webLlmRequest(
  messages: readonly ChatMessage[],
  sampling: SamplingOptions,
): ChatCompletionRequestStreaming {
  const { temperature, topP, maxTokens, seed, stop, frequencyPenalty, presencePenalty, repetitionPenalty } = sampling;
  const { responseFormat, tools, logprobs, topLogprobs = 0 } = sampling;
  return {
    messages: messages.map(webLlmMessage),
    stream: true,
    stream_options: { include_usage: true },
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(seed !== undefined && { seed }),
    ...(stop !== undefined && { stop: [...stop] }),
    ...(frequencyPenalty !== undefined && { frequency_penalty: frequencyPenalty }),
    ...(presencePenalty !== undefined && { presence_penalty: presencePenalty }),
    ...(repetitionPenalty !== undefined && { repetition_penalty: repetitionPenalty }),
    ...(responseFormat && { response_format: webLlmFormat(responseFormat) }),
    ...(tools && { tools: tools.map(webLlmTool) }),
    // Without a list of the likeliest tokens web-llm makes no log probabilities at all.
    ...(logprobs && { logprobs, top_logprobs: Math.max(topLogprobs, 1) }),
  };
}

/**
 * The conversation as web-llm will have it rendered: with tools it puts a system message of its own before it, which it
 * writes into a request as it takes it. Nothing runs until an answer is iterated.
 *
 * @throws whatever web-llm has against the tools
 */
export async function asRendered(
  engine: MLCEngine,
  messages: readonly ChatMessage[],
  sampling: SamplingOptions,
): Promise<readonly ChatMessage[]> {
  if (sampling.tools === undefined) return messages;
  const request = webLlmRequest(messages, sampling);
  await engine.chat.completions.create(request);
  const [first] = request.messages;
  return first?.role === 'system' ? [{ role: 'system', content: first.content }, ...messages] : messages;
}

function webLlmMessage({ role, content }: ChatMessage): ChatCompletionMessageParam {
  // web-llm reads no id: what a tool gave back follows the call.
  return role === 'tool' ? { role, content, tool_call_id: '' } : { role, content };
}

function webLlmFormat({ schema = ANY_OBJECT }: ResponseFormat) {
  return { type: 'json_object', schema: JSON.stringify(schema) } as const;
}

function webLlmTool({ name, description, parameters }: ToolDefinition) {
  const described = { name, ...(description !== undefined && { description }), ...(parameters && { parameters }) };
  return { type: 'function', function: described } as const;
}
