/**
 * Rules that are decided, and that the code does not keep everywhere yet: the simulator asks
 * for each of them from the day its line here says so, and until then for what went before.
 */
export const keeps = {
  /** Erases hold by place, and gaps are filled (H3); boards are asked of the fold (H4). */
  erasesByPlace: false,
  /** Who needs a good signature asks for its place also of whom seems equal (H9). */
  askingForSignatures: false,
};
