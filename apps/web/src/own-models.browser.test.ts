import { GUIDE_MODEL } from '@tabmind/model-registry';
import { afterEach, expect, it, vi } from 'vitest';
import { readOwnModels } from './own-models.js';

const page = document.implementation.createHTMLDocument();
const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
afterEach(() => report.mockClear());

function withElement(text: string) {
  const element = page.createElement('script');
  element.type = 'application/json';
  element.id = 'tabmind-models';
  element.textContent = text;
  page.head.replaceChildren(element);
  return page;
}

it('reads the models of the page’s element', () => {
  const mine = { ...GUIDE_MODEL, id: 'mine', name: 'Mine' };
  expect(readOwnModels(withElement(JSON.stringify([mine])))).toEqual([mine]);
  expect(report).not.toHaveBeenCalled();
});

it('has none where the element is missing', () => {
  page.head.replaceChildren();
  expect(readOwnModels(page)).toEqual([]);
});

it.each([
  '{',
  '{}',
  '[1]',
  '[{"id":"mine"}]',
  '[{"id":"mine","name":"Mine","variants":[]}]',
  '[{"id":"mine","name":"Mine","variants":[{"id":"a"}]}]',
])('leaves out, and reports, what is no list of models: %s', (text) => {
  expect(readOwnModels(withElement(text))).toEqual([]);
  expect(report).toHaveBeenCalledOnce();
});
