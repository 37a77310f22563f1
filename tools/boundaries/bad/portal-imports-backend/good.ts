// as apps/portal/src/units/UnitPage.tsx
import { useState } from 'react'

export const state = useState
