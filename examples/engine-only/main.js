import { createEngine } from '@tabmind/engine';
import { GUIDE_MODEL } from '@tabmind/model-registry';

const form = document.querySelector('form');
const status = document.querySelector('[role="status"]');
const answer = document.querySelector('pre');

const engine = createEngine({ models: [GUIDE_MODEL] });
engine.subscribe((snapshot) => {
  const progress = 'progress' in snapshot ? ` ${Math.round(snapshot.progress.percentage)} %` : '';
  status.textContent = snapshot.path + progress;
});

async function ask(question) {
  answer.textContent = '';
  await engine.load('guide');
  for await (const text of engine.generate([{ role: 'user', content: question }])) answer.append(text);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(String(new FormData(form).get('question'))).catch((error) => {
    status.textContent = error.message;
  });
});
