/** A message link: one card, opened by one tap. */
export const link = {
  opening: 'Abriendo el mensaje…',
  title: 'Un mensaje sobre una hora',
  toHome: 'Al inicio',

  notALink: 'Esto no parece uno de nuestros enlaces.',
  pasteTitle: 'Pegar un enlace',
  pasteLead: 'Copia entera la invitación o el mensaje, y pégalo aquí.',
  pasteLabel: 'El enlace',
  pasteOpen: 'Abrirlo',
  pasteMissing: 'Pega antes el enlace, por favor.',
  pasteByHand:
    'Este navegador no lo permite. Mantén pulsado el campo de arriba y elige Pegar.',
  copyTitle: 'Copiar para la aplicación',
  copyText:
    'Copia aquí el enlace, abre la aplicación desde tu pantalla de inicio y elige Pegar.',
};
