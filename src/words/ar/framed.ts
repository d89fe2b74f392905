/** What is said in a frame of another page. */
export const framed = {
  title: 'يظهر Manyhands داخل صفحة أخرى',
  text: 'لا يعمل إلا وحده، كي لا تخدعك صفحة أخرى. لا يُفتح هنا شيء يخصك.',
  act: 'فتح Manyhands وحده',
};
