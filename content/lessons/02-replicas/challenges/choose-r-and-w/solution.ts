/** Two and two of three: they overlap in one replica, and both work with one node down. */
export const levels = {
  write: 'QUORUM',
  read: 'QUORUM',
}
