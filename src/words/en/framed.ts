/** What is said in a frame of another page. */
export const framed = {
  title: 'Manyhands is shown inside another page',
  text: 'It works only on its own, so that no other page can trick you. Nothing of yours is open here.',
  act: 'Open Manyhands on its own',
};
