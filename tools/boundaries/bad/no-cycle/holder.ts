export const holder = 1
