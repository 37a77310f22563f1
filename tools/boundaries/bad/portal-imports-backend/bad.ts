// as apps/portal/src/units/UnitPage.tsx
import { today } from '@sizhang/service-kit'

export const now = today
