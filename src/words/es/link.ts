/** A message link: one card, opened by one tap. */
export const link = {
  opening: 'Abriendo el mensaje…',
  title: 'Un mensaje sobre una hora',
  toHome: 'Al inicio',

  notALink: 'Esto no parece uno de nuestros enlaces.',
  pasteTitle: 'Pegar un enlace',
  pasteLead:
    'Una invitación o un mensaje: cópialo entero, venga de donde venga, y pégalo aquí.',
  pasteLabel: 'El enlace',
  pasteOpen: 'Abrirlo',
  pasteMissing: 'Pega antes el enlace, por favor.',
  pasteByHand:
    'Este navegador no lo entrega. Mantén pulsado el campo de arriba y elige Pegar.',
  copyTitle: 'Copiar para la aplicación',
  copyText:
    'Copia aquí el enlace, abre la aplicación desde tu pantalla de inicio y elige Pegar.',
};
