/** When members decide that somebody leaves: asked, told, and taken along. */
export const parting = {
  ask: (name: string) => `Preguntar si ${name} debería dejarnos`,
  who: '¿De quién se trata?',
  next: 'Seguir',
  text: (name: string) =>
    `Si hay bastantes síes, ${name} deja de ser parte del grupo: una semana después, nuestros teléfonos dejan de hablar con el suyo. Antes de llegar a eso, quizá ayude más una pausa o una charla. Siempre podemos decidir que ${name} esté de nuevo con el grupo.`,
  whyMissing:
    'Escribe por qué, por favor. Lo leerá también la persona de quien se trata.',
  does: (name: string) =>
    `Una semana después de que haya bastantes síes, nuestros teléfonos dejan de hablar con el de ${name}, y sus invitaciones ya no abren nada. Las horas de todo el mundo quedan como están.`,
  done: (name: string) =>
    `Nuestros teléfonos ya no hablan con el de ${name}. Se encuentran en un lugar nuevo, que hallan por sí solos.`,
  posters: 'Imprime de nuevo nuestros carteles, por favor',
  postersText:
    'Los carteles que cuelgan fuera llevan a donde nos encontrábamos antes. Sirven 90 días como mucho.',
  postersGo: 'Ir a nuestros carteles',
  leavesOn: (name: string, day: string) => `${name} nos deja el ${day}`,
  hasLeft: (name: string) => `${name} ya no es parte del grupo`,
  hoursStay: 'Todas las horas acordadas se quedan.',
  youAsked: 'Se nos pregunta si deberías dejarnos',
  youAskedText:
    'Puedes leer quién lo pregunta y por qué. Puedes decir que no y escribir lo que piensas.',
  youWill: (day: string) => `Hemos decidido que nos dejes el ${day}`,
  youWillText:
    'Hasta entonces todo funciona como antes, y todo el mundo puede aún cambiar su palabra.',
  youHave: 'Hemos decidido que ya no eres parte del grupo',
  youHaveText:
    'Los teléfonos de los demás ya no hablan con el tuyo. Lo que hay en este teléfono sigue siendo tuyo. Si decidimos otra cosa, este teléfono nos vuelve a encontrar.',
  see: 'Ver quién lo dice, y por qué',
  take: 'Llévate tus cosas',
  takeText:
    'Tus horas, con tus palabras y los agradecimientos, en un archivo para guardar o imprimir.',
  rest: 'Todo lo que hay en este teléfono',
};
