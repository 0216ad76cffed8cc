//! What rounding does to a sum: its order matters, and small terms get lost.

use mlmath::vectors::kahan_sum;

fn main() {
    let (a, b, c) = (0.1, 0.2, 0.3);
    println!("a + b                     {}", a + b);
    println!("b + a                     {}", b + a);
    println!("(a + b) + c               {}", (a + b) + c);
    println!("a + (b + c)               {}", a + (b + c));

    let w = 1.0;
    println!("w + 1e-16 == w            {}", w + 1e-16 == w);

    let tenths = vec![0.1; 1_000_000];
    println!("a million tenths          {}", tenths.iter().sum::<f64>());
    println!("the same, compensated     {}", kahan_sum(tenths));
}
