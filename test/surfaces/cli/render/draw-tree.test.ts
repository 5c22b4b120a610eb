import { expect, it } from 'vitest';
import { drawTree, type TreeItem } from '../../../../src/surfaces/cli/render/draw-tree.ts';

const item = (label: string, ...children: TreeItem[]): TreeItem => ({ label, children: () => children });
const draw = (root: TreeItem): string => drawTree(root, (text) => text);

it('draws lines from parents to children', () => {
  const tree = item('shop', item('cart', item('discount'), item('total')), item('orders', item('history')));
  expect(draw(tree)).toBe(`shop
├─ cart
│  ├─ discount
│  └─ total
└─ orders
   └─ history`);
});

it('draws a root alone', () => {
  expect(draw({ label: 'shop' })).toBe('shop');
});

it('asks for children after their parent, and once', () => {
  const asked: string[] = [];
  const told = (label: string, ...children: TreeItem[]): TreeItem => ({
    label,
    children: () => {
      asked.push(label);
      return children;
    },
  });
  draw(told('shop', told('cart', told('total')), told('orders')));
  expect(asked).toEqual(['shop', 'cart', 'total', 'orders']);
});

it('is not limited by the height of the call stack', () => {
  const chain = (height: number): TreeItem => ({ label: 'x', children: () => (height > 0 ? [chain(height - 1)] : []) });
  expect(draw(chain(3000)).split('\n')).toHaveLength(3001);
});

it('draws only the lines dimly', () => {
  expect(drawTree(item('shop', item('cart', item('total'))), (text) => `<${text}>`)).toBe(
    'shop\n<└─> cart\n<   └─> total',
  );
});
