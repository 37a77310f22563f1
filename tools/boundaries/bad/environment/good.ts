// as apps/membership/src/config.ts
export const port = process.env['PORT']
