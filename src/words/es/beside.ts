/** Two people with their phones side by side: one shows a code, the other scans it. */
export const beside = {
  // At home, and wherever somebody is looked for.
  title: '¿Hay alguien a tu lado?',
  scanAct: 'Escanear código',
  showAct: 'Mostrar mi código',

  myTitle: 'Mi código',
  myLead:
    'Deja que el otro teléfono escanee esto. Así apareces en su lista. Después se puede anotar una hora, también sin internet.',
  myCode: (name: string) => `El código de ${name}, para que lo escanee otro teléfono`,
  myOther: 'Escanear el suyo',
  myNot: 'Tendrás un código en cuanto te hayan dejado entrar.',

  part: (at: number, of: number) => `Código ${String(at)} de ${String(of)}`,
  partLead: 'Que los escaneen uno por uno.',
  next: 'El siguiente código',
  first: 'Volver al primero',

  noCamera: '¿Ese teléfono no tiene cámara?',
  noCameraText: 'Envía este texto al otro teléfono. Pégalo allí en «Escanear código».',
  textLabel: 'El código como texto',
  share: 'Enviarlo con…',

  scanTitle: 'Escanear código',
  scanLead: 'Pon tu teléfono sobre el código del otro.',
  scanNotIn:
    'Aún no te han dejado entrar. Ya puedes escanear una invitación. Podrás escanear horas y personas cuando hayas entrado.',
  pasteLabel: 'O pégalo como texto',
  pasteOpen: 'Abrirlo',
  gotPart: 'Ya está. Ahora escanea el siguiente.',
  own: 'Ese es el código de este teléfono. Escanea el del otro.',
  notOurs: 'Este no es un código de Manyhands.',
  here: (name: string) => `${name} ya está en tu lista.`,

  notInList: '¿Está a tu lado, pero no en la lista?',
  notInListAct: 'Escanear su código',
  notInListHint: 'En su teléfono: «Mostrar mi código».',
  anHour: 'Este código trata de una hora. Ábrelo desde «Escanear código» en Inicio.',

  showHour: (name: string) => `${name} está a mi lado`,
  hourTitle: (name: string) => `Que ${name} escanee esto`,
  hourCode: (name: string) => `Esta hora como código, para que lo escanee ${name}`,
  hourHow: (name: string) =>
    `En el teléfono de ${name}, toca «Escanear código» y di que sí. Después ese teléfono muestra un código para ti.`,
  hourThen: (name: string) => `Escanear la respuesta de ${name}`,
  yesTitle: (name: string) => `Ahora, que ${name} escanee esto`,
  yesHow: (name: string) =>
    `Así la hora cuenta también en el teléfono de ${name}. Si te lo saltas, los teléfonos se lo dirán más tarde.`,
};
