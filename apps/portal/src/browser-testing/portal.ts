import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { chromiumPath } from './config'

/** What a browser test needs to know of the stack that it runs against. */
export interface Served {
  gateway: string
  administrator: { account: string; password: string }
}

/** A browser with the portal open in it. */
export interface OpenPortal {
  page: Page
  context: BrowserContext
  /** Whatever the console complained of, each page error, and each request to another host. */
  complaints: string[]
  close: () => Promise<void>
}

interface Screen {
  width?: number
  language?: 'zh' | 'en'
  /** Signed in as in another browser. */
  as?: OpenPortal
}

/** Opens a Chromium of its own: 1440 px wide and in Chinese unless told otherwise. */
export async function openPortal({ gateway }: Served, { width = 1440, language = 'zh', as }: Screen = {}): Promise<OpenPortal> {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const storageState = await as?.context.storageState()
  const context = await browser.newContext({ baseURL: gateway, viewport: { width, height: width < 768 ? 844 : 900 }, storageState })
  await context.addInitScript((chosen) => localStorage.setItem('sizhang.language', chosen), language)
  const page = await context.newPage()
  return { page, context, complaints: listen(page, gateway), close: () => closeAll(browser) }
}

/** The first sign-in, with the change of the password that was handed out. */
export async function signInFirst({ page }: OpenPortal, { administrator }: Served, password: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('账户', { exact: true }).fill(administrator.account)
  await page.getByLabel('密码', { exact: true }).fill(administrator.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('现在的密码').fill(administrator.password)
  await page.getByLabel('新密码', { exact: true }).fill(password)
  await page.getByLabel('再输入一次新密码').fill(password)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** Opens the link of an invitation, chooses the password and signs in. */
export async function acceptInvitation({ page }: OpenPortal, link: string, password: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输入一次密码').fill(password)
  await page.getByRole('button', { name: '设好密码' }).click()
  await page.waitForURL('**/sign-in')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** What axe finds serious or worse on the page as it stands, each with its first place. */
export async function seriousFindings({ page }: OpenPortal): Promise<string[]> {
  // The portal has no frame of another host, which alone needs the slower way by a page of axe's own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

function listen(page: Page, gateway: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`))
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(gateway).host) complaints.push(`foreign request: ${request.url()}`)
  })
  return complaints
}

async function closeAll(browser: Browser): Promise<void> {
  await browser.close()
}
