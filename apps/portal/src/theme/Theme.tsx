import { ConfigProvider } from 'antd'
import type { ConfigProviderProps, ThemeConfig } from 'antd'
import type { ReactNode } from 'react'
import { FONTS, tokens } from './tokens'

const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: tokens.accent,
    colorInfo: tokens.accent,
    colorLink: tokens.accent,
    colorError: tokens.danger,
    colorWarning: tokens.warning,
    colorSuccess: tokens.covered,
    colorBgBase: tokens.sheet,
    colorTextBase: tokens.ink,
    colorTextSecondary: tokens.quiet,
    colorTextDescription: tokens.quiet,
    colorTextPlaceholder: tokens.quiet,
    colorTextDisabled: tokens.quiet,
    colorBorder: tokens.lineStrong,
    colorBorderSecondary: tokens.line,
    colorSplit: tokens.line,
    fontFamily: FONTS,
    fontSize: tokens.base,
    borderRadius: 2,
    wireframe: false,
    motion: false,
    boxShadow: 'none',
    boxShadowSecondary: `0 2px 8px rgb(28 32 36 / 16%)`,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}

/** The nonce that the gateway wrote into the page: Ant Design's styles carry it past the content security policy. */
function nonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
}

/** Menus and dialogs go beside the page, where Ant Design needs no style of its own to lock the scrolling. */
const overlays = () => document.getElementById('overlays') ?? document.body

/** Ant Design in our tokens. */
export function Theme({ locale, children }: { locale: ConfigProviderProps['locale']; children: ReactNode }) {
  return (
    <ConfigProvider
      theme={theme}
      locale={locale}
      csp={{ nonce: nonce() }}
      getPopupContainer={overlays}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
