import { type Engine, EngineError, type EngineErrorData, errorData, ownModel } from '@tabmind/engine';
import { createScriptedEngine, laptop, smallLaptop } from '@tabmind/engine/testing';
import { assess, type DeviceReport, type ModelConfig } from '@tabmind/model-registry';
import { OwnModelForm } from '@tabmind/ui';
import type { JSX } from 'solid-js';
import { expect, fn, userEvent } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';

export default { title: 'Own model', component: OwnModelForm } satisfies Meta<typeof OwnModelForm>;

type Story = StoryObj<typeof OwnModelForm>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const addresses = {
  modelUrl: 'https://huggingface.co/mlc-ai/Qwen3-0.6B-q4f16_1-MLC',
  libraryUrl: 'https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/Qwen3-0.6B-q4f16_1-webgpu.wasm',
};
const libraryHash = '9f2b41c07d6e58a3b10c4de29f7786a1d3550be4c8f1926a07bd34e8125fa960';

/** As `engine.readModel` tells it. */
const read = (name: string, parameters: number, bytes: number): ModelConfig =>
  ownModel({
    ...addresses,
    name,
    quantization: 'q4f16_1',
    parameters: { value: parameters, estimated: true, source: 'Shapes' },
    downloadBytes: { value: bytes, estimated: false, source: 'huggingface.co' },
    sha256: { 'Qwen3-0.6B-q4f16_1-webgpu.wasm': libraryHash },
  });

const small = read('Qwen3-0.6B-q4f16_1', 596_049_920, 351_842_311);
const large = read('Qwen2.5-3B-q4f16_1', 3.09e9, 1_741_408_512);
const huge = read('Qwen3-32B-q4f16_1', 32.8e9, 18_453_790_112);

type Reading = Engine['readModel'];

const gives =
  (model: ModelConfig): Reading =>
  async () =>
    model;
const fails =
  (error: EngineErrorData): Reading =>
  async () => {
    throw new EngineError(error);
  };
const waits: Reading = (_, { signal } = {}) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

const onAdded = fn();

/** The form over a real engine, whose worker reads and sees this. */
function staged(readModel: Reading, device: DeviceReport = laptop): JSX.Element {
  const { engine } = createScriptedEngine();
  const handle: Pick<Engine, 'readModel' | 'assess' | 'addModel'> = {
    readModel,
    addModel: engine.addModel,
    assess: async (model) => {
      if (typeof model === 'string') throw new Error('It is not added yet.');
      return assess(model, device);
    },
  };
  return <OwnModelForm engine={handle} onAdded={onAdded} />;
}

const field = (canvas: Canvas, name: string) => canvas.getByRole('textbox', { name });

async function paste(input: HTMLElement, text: string): Promise<void> {
  await userEvent.click(input);
  await userEvent.paste(text);
}

async function ask(canvas: Canvas): Promise<void> {
  await paste(field(canvas, 'Model'), addresses.modelUrl);
  await paste(field(canvas, 'Library'), addresses.libraryUrl);
  await userEvent.click(canvas.getByRole('button', { name: 'Read' }));
}

/** The complaint is beside its field, which has the focus, and nothing that was typed is lost. */
async function expectComplaint(canvas: Canvas, at: 'Model' | 'Library', words: RegExp): Promise<void> {
  await expect(await canvas.findByRole('alert')).toHaveTextContent(words);
  await expect(field(canvas, at)).toHaveAccessibleDescription(words);
  await expect(field(canvas, at)).toHaveFocus();
  await expect(field(canvas, at === 'Model' ? 'Library' : 'Model')).not.toHaveAttribute('aria-invalid');
  await expect(field(canvas, 'Model')).toHaveValue(addresses.modelUrl);
  await expect(field(canvas, 'Library')).toHaveValue(addresses.libraryUrl);
}

export const Empty: Story = {
  render: () => staged(waits),
  play: async ({ canvas }) => {
    await expect(field(canvas, 'Model')).toHaveAccessibleDescription(/Hugging Face page/);
    await expect(canvas.queryByRole('button', { name: 'Cancel' })).toBeNull();
  },
};

export const Reading: Story = {
  render: () => staged(waits),
  play: async ({ canvas }) => {
    await ask(canvas);
    await expect(canvas.getByRole('status')).toHaveTextContent(/No weights yet/);
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
    await expect(field(canvas, 'Model')).toHaveAttribute('readonly');
  },
};

export const Cancelled: Story = {
  render: () => staged(waits),
  play: async ({ canvas }) => {
    await ask(canvas);
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(canvas.getByRole('button', { name: 'Read' })).toBeVisible();
    await expect(field(canvas, 'Model')).toHaveValue(addresses.modelUrl);
    await expect(field(canvas, 'Model')).toHaveFocus();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

export const Fits: Story = {
  render: () => staged(gives(small)),
  play: async ({ canvas }) => {
    await ask(canvas);
    await expect(await canvas.findByRole('heading', { name: small.name })).toHaveFocus();
    await expect(canvas.getByText('351,842,311 bytes (352 MB)')).toBeVisible();
    await expect(canvas.getByText('about 596 million')).toBeVisible();
    await expect(await canvas.findByText('Fits', { exact: true })).toBeVisible();
    await expect(canvas.getByText('9f2b41c0…125fa960')).toBeVisible();
    await expect(canvas.getByText('raw.githubusercontent.com')).toBeVisible();
  },
};

export const Tight: Story = {
  render: () => staged(gives(large), smallLaptop),
  play: async ({ canvas }) => {
    await ask(canvas);
    await expect(await canvas.findByText('Tight', { exact: true })).toBeVisible();
  },
};

export const DoesNotFit: Story = {
  render: () => staged(gives(huge), smallLaptop),
  play: async ({ canvas }) => {
    await ask(canvas);
    await expect(await canvas.findByText('Does not fit', { exact: true })).toBeVisible();
  },
};

/** Back keeps what was typed; Add tells the host of it, and the form is empty for the next one. */
export const Added: Story = {
  render: () => staged(gives(small)),
  play: async ({ canvas }) => {
    onAdded.mockClear();
    await ask(canvas);
    await userEvent.click(await canvas.findByRole('button', { name: 'Back' }));
    await expect(field(canvas, 'Model')).toHaveFocus();
    await expect(field(canvas, 'Library')).toHaveValue(addresses.libraryUrl);
    await userEvent.click(canvas.getByRole('button', { name: 'Read' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Add' }));
    await expect(onAdded).toHaveBeenCalledWith(small);
    await expect(field(canvas, 'Model')).toHaveValue('');
  },
};

export const HereAlready: Story = {
  render: () => staged(gives(small)),
  play: async ({ canvas }) => {
    for (const _ of ['first', 'second']) {
      await ask(canvas);
      await userEvent.click(await canvas.findByRole('button', { name: 'Add' }));
    }
    await expect(await canvas.findByRole('alert')).toHaveTextContent('This model is here already.');
  },
};

export const AddressMissing: Story = {
  render: () => staged(fails(errorData('invalid-request', 'The library’s address is missing.', 'libraryUrl: ""'))),
  play: async ({ canvas }) => {
    await paste(field(canvas, 'Model'), addresses.modelUrl);
    await userEvent.click(canvas.getByRole('button', { name: 'Read' }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The library’s address is missing.');
    await expect(field(canvas, 'Library')).toHaveFocus();
    await userEvent.type(field(canvas, 'Library'), 'h');
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

const configUrl = `${addresses.modelUrl}/resolve/main/mlc-chat-config.json`;

export const NotAModel: Story = {
  render: () =>
    staged(
      fails(
        errorData(
          'model-incompatible',
          'What huggingface.co serves is not a model that runs here.',
          `${configUrl}\nmlc-chat-config.json names no quantization.`,
        ),
      ),
    ),
  play: async ({ canvas }) => {
    await ask(canvas);
    await expectComplaint(canvas, 'Model', /is not a model that runs here/);
  },
};

export const HostUnreachable: Story = {
  render: () => staged(fails(errorData('host-unreachable', 'huggingface.co can’t be reached.', configUrl))),
  play: async ({ canvas }) => {
    await ask(canvas);
    await expectComplaint(canvas, 'Model', /can’t be reached/);
  },
};

export const WrongVersion: Story = {
  render: () =>
    staged(
      fails(
        errorData(
          'model-incompatible',
          'This library is made for another version of web-llm’s runtime.',
          `${addresses.libraryUrl}\nIt lacks TVMFFIFunctionCall, TVMFFIFunctionGetGlobal.`,
        ),
      ),
    ),
  play: async ({ canvas }) => {
    await ask(canvas);
    await expectComplaint(canvas, 'Library', /another version of web-llm’s runtime/);
  },
};
