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
import './styles/draft.css';
import './styles/tools.css';
import './styles/redraw.css';
import './styles/compare.css';
import './styles/narrow.css';
import './styles/phone.css';
import { App } from './app';
import { preferredLanguage } from './i18n/i18n';
import { fromHash, toHash } from './model/permalink';
import type { State } from './model/state';

let app: App | null = null;

function open(state: State): void {
  app?.close();
  app = new App(state, { reopen: open, link: (next) => history.replaceState(null, '', toHash(next)) });
  void app.start();
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

window.addEventListener('hashchange', () => open(stateOfAddress()));
open(stateOfAddress());
