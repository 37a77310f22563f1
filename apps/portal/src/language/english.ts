import antd from 'antd/es/locale/en_GB'
import type { LanguagePack } from './language-pack'
import { joinTexts } from './texts'

/** English: the texts of every feature. */
export const english: LanguagePack = {
  tag: 'en-GB',
  antd,
  messages: joinTexts(import.meta.glob('../*/texts.en.json', { eager: true, import: 'default' })),
}
