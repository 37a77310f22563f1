import type { LanguagePack } from './language-pack'

/** The languages of the portal; Chinese is the first. */
export type Language = 'zh' | 'en'

const KEY = 'sizhang.language'

/** The language chosen last on this machine, Chinese where none was. */
export function chosenLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
}

/** Keeps the choice for the next visit. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEY, language)
}

/** Fetches one language only. */
export async function loadLanguage(language: Language): Promise<LanguagePack> {
  return language === 'en' ? (await import('./english')).english : (await import('./chinese')).chinese
}
