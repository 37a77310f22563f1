import type { ConfigProviderProps } from 'antd'

/** What a language brings: its texts, Ant Design's words and the dates of the calendar. */
export interface LanguagePack {
  messages: Record<string, string>
  antd: ConfigProviderProps['locale']
  /** For numbers, dates and `<html lang>`. */
  tag: string
}
