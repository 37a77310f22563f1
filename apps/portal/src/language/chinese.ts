import 'dayjs/locale/zh-cn'
import antd from 'antd/es/locale/zh_CN'
import type { LanguagePack } from './language-pack'
import { joinTexts } from './texts'

/** 中文: the texts of every feature. */
export const chinese: LanguagePack = {
  tag: 'zh-CN',
  antd,
  messages: joinTexts(import.meta.glob('../*/texts.zh.json', { eager: true, import: 'default' })),
}
