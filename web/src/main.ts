// Opens the application in the reader's language, and opens it anew when the language or the address changes.
import 'leaflet/dist/leaflet.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/stage.css';
import './styles/parts.css';
import './styles/forms.css';
import './styles/list.css';
import './styles/answer.css';
import './styles/map.css';
import './styles/legend.css';
import './styles/inspector.css';
import './styles/officers.css';
import './styles/draft.css';
import './styles/tools.css';
import './styles/redraw.css';
import './styles/balance.css';
import './styles/times.css';
import './styles/summary.css';
import './styles/compare.css';
import './styles/intake.css';
import './styles/take.css';
import './styles/narrow.css';
import './styles/phone.css';
import './styles/short.css';
import './styles/forced.css';
import { App } from './app';
import { preferredLanguage } from './i18n/i18n';
import { wear } from './map/colours';
import { beginAhead } from './map/studio';
import { fromHash, toHash } from './model/permalink';
import type { State } from './model/state';

let app: App | null = null;

function open(state: State, told: string | null = null): void {
  app?.close();
  const opened = (app = new App(state, { reopen: open, link }));
  void opened.start().then(() => {
    if (told !== null && opened === app) opened.tell(told);
  });
}

/** A step is an entry of its own in the browser's history; all else changes the present one. */
function link(state: State, step: boolean): void {
  if (step) history.pushState(null, '', toHash(state));
  else history.replaceState(null, '', toHash(state));
}

function stateOfAddress(): State {
  const state = fromHash(location.hash);
  return location.hash.includes('lang=') ? state : { ...state, language: rememberedLanguage() ?? preferredLanguage(navigator.languages) };
}

/** The language chosen before on this machine; storage may be forbidden. */
function rememberedLanguage(): State['language'] | null {
  try {
    const language = localStorage.getItem('gridwright.language');
    return language === 'en' || language === 'zh' ? language : null;
  } catch {
    return null;
  }
}

/** A map that is being drawn on keeps its colours until it is opened anew. */
const night = matchMedia('(prefers-color-scheme: dark)');
wear(night.matches);
night.addEventListener('change', () => {
  wear(night.matches);
  if (!document.querySelector('.map.drawing, dialog[open]')) open(stateOfAddress());
});
beginAhead();
window.addEventListener('popstate', () => app?.restore(stateOfAddress()));
open(stateOfAddress());
