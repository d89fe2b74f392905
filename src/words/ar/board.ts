export { board, kinds, listing, post } from '../en/board.ts';
