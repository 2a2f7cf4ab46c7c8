package huibao.workbook.summary;

import java.util.Arrays;

/** Numbers one after another, in four bytes each. */
final class IntList {

    private int[] numbers = new int[16];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int get(int index) {
        return numbers[index];
    }
}
