/** What is said in a frame of another page. */
export const framed = {
  title: 'Manyhands aparece dentro de otra página',
  text: 'Solo funciona por sí solo, para que ninguna otra página pueda engañarte. Aquí no se abre nada tuyo.',
  act: 'Abrir Manyhands por sí solo',
};
