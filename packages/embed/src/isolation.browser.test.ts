import { createScriptedEngine } from '@tabmind/engine/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Dispose, mountChat } from './index.js';

let place: HTMLElement;
let pageRules: HTMLStyleElement;
let dispose: Dispose;

beforeEach(() => {
  place = document.createElement('section');
  place.innerHTML = '<button class="tm-button" type="button">The page’s own</button>';
  pageRules = document.createElement('style');
  document.head.append(pageRules);
  document.body.append(place);
  dispose = mountChat(place, createScriptedEngine());
});

afterEach(() => {
  dispose();
  place.remove();
  pageRules.remove();
  document.documentElement.removeAttribute('style');
});

function piece(): HTMLElement {
  const found = place.querySelector<HTMLElement>('[data-tabmind]');
  if (!found) throw new Error('Nothing is mounted.');
  return found;
}

function inPiece(selector: string): Element {
  const found = piece().shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`The piece has no ${selector}.`);
  return found;
}

const ownButton = () => getComputedStyle(place.querySelector('button') ?? place);
const sendButton = () => getComputedStyle(inPiece('.tm-composer .tm-button'));
const text = () => getComputedStyle(inPiece('.tm'));

test('the styles apply inside and nowhere else', () => {
  expect(sendButton().display).toBe('flex');
  expect(ownButton().display).toBe('inline-block');
  expect(getComputedStyle(document.documentElement).getPropertyValue('--tm-text')).toBe('');
});

test('the rules of the page stop at the piece', () => {
  const before = [text().letterSpacing, text().textTransform, sendButton().borderRadius];
  pageRules.textContent = `
    * { letter-spacing: 9px; text-transform: uppercase; }
    button { border-radius: 50px; }
    div { margin: 3rem; border: 5px solid red; display: inline; float: left; }
  `;
  expect(ownButton().borderRadius).toBe('50px');
  expect([text().letterSpacing, text().textTransform, sendButton().borderRadius]).toEqual(before);
  const host = getComputedStyle(piece());
  expect([host.margin, host.borderWidth, host.display, host.float]).toEqual(['0px', '0px', 'block', 'none']);
});

test('it takes the color scheme of its place, not that of the system alone', () => {
  const { style } = document.documentElement;
  style.colorScheme = 'light';
  const light = [text().color, getComputedStyle(piece()).backgroundColor];
  style.colorScheme = 'dark';
  const dark = [text().color, getComputedStyle(piece()).backgroundColor];
  expect(dark).not.toEqual(light);
  style.colorScheme = 'normal';
  expect([text().color, getComputedStyle(piece()).backgroundColor]).toEqual(light);
});

test('it is hidden where its place is', () => {
  place.style.visibility = 'hidden';
  expect(text().visibility).toBe('hidden');
});

test('it fills its place', () => {
  place.querySelector('button')?.remove();
  Object.assign(place.style, { inlineSize: '500px', blockSize: '400px' });
  const { width, height } = inPiece('.tm-chat').getBoundingClientRect();
  expect([width, height]).toEqual([500, 400]);
});
