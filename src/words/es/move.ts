/** On an iPhone a tab is a trial: how to go from it into the app on the home screen. */
export const move = {
  trial: 'Esto es provisional, hasta que esté en tu pantalla de inicio',
  trialText:
    'Si no la abres en una semana, Safari borra lo que esta página ha guardado. Los demás siguen teniendo tus horas, pero este teléfono ya no podría actuar en tu nombre. En la pantalla de inicio se queda.',
  act: 'Pasar a la aplicación',
  title: 'Pasar a la aplicación',
  lead: 'Tres pasos, dos minutos. Hasta el último aquí no cambia nada.',
  step1: '1. Ponla en tu pantalla de inicio',
  share: 'Toca el cuadrado con la flecha, al pie de Safari.',
  add: 'Elige «Añadir a pantalla de inicio» y luego «Añadir».',
  open: 'Ahora tiene un botón entre tus aplicaciones.',
  pageText:
    'Haz primero tu hoja. Solo esta pestaña puede hacerla. Te trae de vuelta si se pierde tu teléfono. Después vuelve aquí.',
  step2: '2. Pásate a ella',
  step2Text:
    'Abre la aplicación desde la pantalla de inicio, elige «Tengo esto en otro teléfono» y escribe las letras que ves aquí. Vuelve aquí para decir que sí.',
  step2Act: 'Mostrar las letras',
  step3: '3. Cierra lo provisional',
  step3Wait: 'En cuanto la aplicación sea tuya, esta pestaña se puede apagar.',
  step3Text:
    'La aplicación es tuya. Mira si muestra tus horas. Después esta pestaña te olvida y ya no puede actuar en tu nombre. Sigue en tu lista de teléfonos hasta que la apagues allí.',
  step3Act: 'Apagar esta pestaña',
  closing: 'Entregando…',
  notYet:
    'Nadie tiene aún lo último que escribió esta pestaña. Déjala abierta, abre también la aplicación y prueba otra vez. No se ha perdido nada.',
};
