import type { Locator, Page } from 'playwright-core'

/** More than the controls of any page: who has not come to a control by then cannot reach it. */
const MOST_TABS = 500

/** Goes by Tab, forwards or backwards, to a control that is on the page, wherever the focus stands. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    const key = await target.evaluate((control) => {
      const focused = document.activeElement ?? document.body
      if (control === focused) return null
      return control.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING ? 'Shift+Tab' : 'Tab'
    })
    if (key === null) return
    await target.page().keyboard.press(key)
  }
  throw new Error(`Not reached by ${MOST_TABS} tabs: ${target}`)
}

/** Follows a link or presses a button. */
export async function enter(target: Locator): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('Enter')
}

/** Types into a field instead of what stands in it. */
export async function write(field: Locator, text: string): Promise<void> {
  await tabTo(field)
  await field.page().keyboard.press('Control+a')
  await field.page().keyboard.type(text)
}

/** Types a day or a moment; Enter takes it. */
export async function writeTime(field: Locator, time: string): Promise<void> {
  await write(field, time)
  await field.page().keyboard.press('Enter')
}

/** Chooses from a list by typing what narrows it, and the arrows. */
export async function pick(field: Locator, typed: string, option: RegExp): Promise<void> {
  const page = field.page()
  await tabTo(field)
  await page.keyboard.type(typed)
  await page.locator('.ant-select-item-option', { hasText: option }).first().waitFor()
  const active = page.locator('.ant-select-item-option-active', { hasText: option })
  for (let downs = 0; downs < 20 && (await active.count()) === 0; downs++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Chooses one of a group of radio buttons: into the group by Tab, to the button by the arrows. */
export async function choose(page: Page, group: string, option: string): Promise<void> {
  const buttons = page.getByRole('group', { name: group, exact: true }).getByRole('radio')
  const wanted = page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name: option, exact: true })
  const checked = buttons.and(page.locator(':checked'))
  await wanted.waitFor()
  await tabTo((await checked.count()) > 0 ? checked : buttons.first())
  await page.keyboard.press('Space')
  for (let downs = 0; downs < 20 && !(await wanted.isChecked()); downs++) await page.keyboard.press('ArrowDown')
}
