import type { ConfigProviderProps } from 'antd'

/** The languages of the portal; Chinese is the first. */
export type Language = 'zh' | 'en'

/** What a language brings: its texts, Ant Design's words and the dates of the calendar. */
export interface LanguagePack {
  messages: Record<string, string>
  antd: ConfigProviderProps['locale']
  /** For numbers, dates and `<html lang>`. */
  tag: string
}

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
