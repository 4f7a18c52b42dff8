import '@tabmind/ui/styles.css';
import './preview.css';
import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import { createJSXDecorator, definePreview } from 'storybook-solidjs-vite';

/** Frames a story in a theme: the one of the toolbar, or else the system's. */
const themed = createJSXDecorator((Story, context) => {
  const { theme } = context.globals;
  const frame = context.parameters.frame === 'page' ? 'page' : 'piece';
  return (
    <div class="story-frame" data-frame={frame} data-theme={theme === 'system' ? undefined : `${theme}`}>
      <Story />
    </div>
  );
});

export default definePreview({
  addons: [addonA11y(), addonDocs()],
  decorators: [themed],
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'mirror', items: ['system', 'light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'system' },
  parameters: {
    a11y: { test: 'error' },
    controls: { disable: true },
    layout: 'fullscreen',
  },
});
