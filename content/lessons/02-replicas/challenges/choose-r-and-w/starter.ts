export const levels = {
  write: 'ONE',
  read: 'ONE',
}
