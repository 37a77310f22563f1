import { holder } from './holder'

export const seat = () => holder
