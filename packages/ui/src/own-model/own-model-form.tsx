import { type Engine, EngineError, toErrorData } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { createSignal, type JSX, Match, onCleanup, Switch } from 'solid-js';
import { type OwnModelField as Field, fieldOf } from './field-of.js';
import { OwnModelField } from './own-model-field.jsx';
import { OwnModelReview } from './own-model-review.jsx';

export interface OwnModelFormProps {
  readonly engine: Pick<Engine, 'readModel' | 'assess' | 'addModel'>;
  /** Called once the engine knows it, for the host to remember or to load it. */
  readonly onAdded: (model: ModelConfig) => void;
}

type Stage =
  | { readonly state: 'asking'; readonly error: EngineError | null }
  | { readonly state: 'reading'; readonly abort: AbortController }
  | { readonly state: 'read'; readonly model: ModelConfig };

const asking: Stage = { state: 'asking', error: null };

/** A model of one's own: its two addresses, then what was read of it and the word to add it. */
export function OwnModelForm(props: OwnModelFormProps): JSX.Element {
  const [stage, setStage] = createSignal<Stage>(asking);
  const [addresses, setAddresses] = createSignal<Readonly<Record<Field, string>>>({ modelUrl: '', libraryUrl: '' });
  const inputs = new Map<Field, HTMLInputElement>();

  const stopReading = () => {
    const now = stage();
    if (now.state === 'reading') now.abort.abort();
  };
  onCleanup(stopReading);

  const ask = (error: EngineError | null, field: Field) => {
    setStage({ state: 'asking', error });
    queueMicrotask(() => inputs.get(field)?.focus());
  };

  const read = async () => {
    const abort = new AbortController();
    const asked = { modelUrl: addresses().modelUrl.trim(), libraryUrl: addresses().libraryUrl.trim() };
    setStage({ state: 'reading', abort });
    try {
      const model = await props.engine.readModel(asked, { signal: abort.signal });
      if (!abort.signal.aborted) setStage({ state: 'read', model });
    } catch (thrown) {
      if (abort.signal.aborted) return;
      const error = new EngineError(toErrorData(thrown));
      ask(error, fieldOf(error, asked.libraryUrl, document.baseURI));
    }
  };

  const cancel = () => {
    stopReading();
    ask(null, 'modelUrl');
  };

  const errorAt = (field: Field) => {
    const now = stage();
    if (now.state !== 'asking' || now.error === null) return null;
    return fieldOf(now.error, addresses().libraryUrl.trim(), document.baseURI) === field ? now.error : null;
  };

  /** What is typed takes the old complaint away, and nothing else. */
  const type = (field: Field, value: string) => {
    setAddresses((before) => ({ ...before, [field]: value }));
    setStage(asking);
  };

  const modelRead = () => {
    const now = stage();
    return now.state === 'read' ? now.model : null;
  };
  const isReading = () => stage().state === 'reading';

  return (
    <section class="tm tm-own-model" aria-label="Your own model">
      <Switch
        fallback={
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (!isReading()) void read();
            }}
          >
            <OwnModelField
              label="Model"
              hint="The Hugging Face page of an MLC model, or a folder with its files."
              example="https://huggingface.co/mlc-ai/…"
              value={addresses().modelUrl}
              error={errorAt('modelUrl')}
              isReadOnly={isReading()}
              onInput={(value) => type('modelUrl', value)}
              ref={(input) => inputs.set('modelUrl', input)}
            />
            <OwnModelField
              label="Library"
              hint="Its WebGPU library, a .wasm file compiled for this model."
              example="https://…-webgpu.wasm"
              value={addresses().libraryUrl}
              error={errorAt('libraryUrl')}
              isReadOnly={isReading()}
              onInput={(value) => type('libraryUrl', value)}
              ref={(input) => inputs.set('libraryUrl', input)}
            />
            <div class="tm-own-model-actions">
              <button
                type="submit"
                class="tm-button"
                data-kind="primary"
                aria-disabled={isReading() ? 'true' : undefined}
              >
                {isReading() ? 'Reading…' : 'Read'}
              </button>
              <Switch>
                <Match when={isReading()}>
                  <button type="button" class="tm-button" onClick={cancel}>
                    Cancel
                  </button>
                </Match>
              </Switch>
              <p role="status">{isReading() ? 'Asking for the model’s lists and its library. No weights yet.' : ''}</p>
            </div>
          </form>
        }
      >
        <Match when={modelRead()}>
          {(model) => (
            <OwnModelReview
              engine={props.engine}
              model={model()}
              onAdded={(added) => {
                setAddresses({ modelUrl: '', libraryUrl: '' });
                setStage(asking);
                props.onAdded(added);
              }}
              onBack={() => ask(null, 'modelUrl')}
            />
          )}
        </Match>
      </Switch>
    </section>
  );
}
