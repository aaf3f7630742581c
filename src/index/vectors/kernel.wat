;; The two inner loops of vector search. All lengths and addresses are in bytes; rows lie side by side.
(module
  (memory (export "memory") 1)

  ;; Hamming distances of binary codes to a query's. Writes a pair (row, distance), two i32, at $out
  ;; for each row whose mark (a byte, 0 or 1) is 1 and whose distance is less than $below.
  ;; $stride is a multiple of 32. Returns the number of pairs.
  (func (export "hamming")
    (param $query i32) (param $codes i32) (param $stride i32) (param $marks i32)
    (param $rows i32) (param $below i32) (param $out i32)
    (result i32)
    (local $row i32) (local $at i32) (local $distance i64) (local $masked i32) (local $pairs i32)
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $row) (local.get $rows)))
        (local.set $distance (i64.const 0))
        (local.set $at (i32.const 0))
        (loop $step
          (local.set $distance
            (i64.add
              (local.get $distance)
              (i64.add
                (i64.add
                  (i64.popcnt (i64.xor
                    (i64.load (i32.add (local.get $query) (local.get $at)))
                    (i64.load (i32.add (local.get $codes) (local.get $at)))))
                  (i64.popcnt (i64.xor
                    (i64.load offset=8 (i32.add (local.get $query) (local.get $at)))
                    (i64.load offset=8 (i32.add (local.get $codes) (local.get $at))))))
                (i64.add
                  (i64.popcnt (i64.xor
                    (i64.load offset=16 (i32.add (local.get $query) (local.get $at)))
                    (i64.load offset=16 (i32.add (local.get $codes) (local.get $at)))))
                  (i64.popcnt (i64.xor
                    (i64.load offset=24 (i32.add (local.get $query) (local.get $at)))
                    (i64.load offset=24 (i32.add (local.get $codes) (local.get $at)))))))))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $step (i32.lt_u (local.get $at) (local.get $stride))))
        ;; A mark of 0 makes all bits 1, which no bound lets through; dearer to branch than to mix in.
        (local.set $masked
          (i32.or
            (i32.wrap_i64 (local.get $distance))
            (i32.sub
              (i32.load8_u (i32.add (local.get $marks) (local.get $row)))
              (i32.const 1))))
        (if (i32.lt_u (local.get $masked) (local.get $below))
          (then
            (i32.store (local.get $out) (local.get $row))
            (i32.store offset=4 (local.get $out) (local.get $masked))
            (local.set $out (i32.add (local.get $out) (i32.const 8)))
            (local.set $pairs (i32.add (local.get $pairs) (i32.const 1)))))
        (local.set $codes (i32.add (local.get $codes) (local.get $stride)))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br $each)))
    (local.get $pairs))

  ;; Dot products of int8 rows with an int16 query, each times the row's own scale (an f32 in its
  ;; last four bytes). Writes a pair (row as i32, product as f32) at $out for each row whose mark is
  ;; 1 and whose product is at least $least. A row is $stride bytes: a multiple of 16, and four.
  ;; Returns the number of pairs.
  (func (export "dots")
    (param $query i32) (param $values i32) (param $stride i32) (param $marks i32)
    (param $rows i32) (param $least f32) (param $out i32)
    (result i32)
    (local $row i32) (local $at i32) (local $end i32) (local $from i32)
    (local $low v128) (local $high v128) (local $product f32) (local $pairs i32)
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $row) (local.get $rows)))
        (if (i32.load8_u (i32.add (local.get $marks) (local.get $row)))
          (then
            (local.set $low (v128.const i64x2 0 0))
            (local.set $high (v128.const i64x2 0 0))
            (local.set $at (local.get $values))
            (local.set $from (local.get $query))
            (local.set $end
              (i32.sub (i32.add (local.get $values) (local.get $stride)) (i32.const 4)))
            (loop $step
              (local.set $low
                (i32x4.add
                  (local.get $low)
                  (i32x4.dot_i16x8_s
                    (v128.load8x8_s (local.get $at))
                    (v128.load (local.get $from)))))
              (local.set $high
                (i32x4.add
                  (local.get $high)
                  (i32x4.dot_i16x8_s
                    (v128.load8x8_s offset=8 (local.get $at))
                    (v128.load offset=16 (local.get $from)))))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (local.set $from (i32.add (local.get $from) (i32.const 32)))
              (br_if $step (i32.lt_u (local.get $at) (local.get $end))))
            (local.set $low (i32x4.add (local.get $low) (local.get $high)))
            (local.set $product
              (f32.mul
                (f32.load (local.get $end))
                (f32.convert_i32_s
                  (i32.add
                    (i32.add
                      (i32x4.extract_lane 0 (local.get $low))
                      (i32x4.extract_lane 1 (local.get $low)))
                    (i32.add
                      (i32x4.extract_lane 2 (local.get $low))
                      (i32x4.extract_lane 3 (local.get $low)))))))
            (if (f32.ge (local.get $product) (local.get $least))
              (then
                (i32.store (local.get $out) (local.get $row))
                (f32.store offset=4 (local.get $out) (local.get $product))
                (local.set $out (i32.add (local.get $out) (i32.const 8)))
                (local.set $pairs (i32.add (local.get $pairs) (i32.const 1)))))))
        (local.set $values (i32.add (local.get $values) (local.get $stride)))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br $each)))
    (local.get $pairs)))
